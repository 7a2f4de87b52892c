import java.math.BigDecimal;
import java.sql.*;

/** Reads a query by JDBC and writes the rows as JSON. */
public class ReadRows {
    public static void main(String[] words) throws SQLException {
        try (Connection connection = DriverManager.getConnection(words[0]);
                ResultSet rows = connection.createStatement().executeQuery(words[1])) {
            int columns = rows.getMetaData().getColumnCount();
            StringBuilder json = new StringBuilder("[");
            while (rows.next()) {
                json.append(json.length() > 1 ? ",[" : "[");
                for (int column = 1; column <= columns; column++) {
                    json.append(column > 1 ? "," : "").append(told(rows.getObject(column)));
                }
                json.append("]");
            }
            System.out.println(json.append("]"));
        }
    }

    static String told(Object value) {
        if (value == null || value instanceof Number && !(value instanceof BigDecimal) || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
