"""The command `chancery grant`: lets a role of PostgreSQL read, and no more."""

import click

from models.database import InputError, database_option, open_database, shown, writing


@click.command()
@click.argument("role")
@click.option("--tables", is_flag=True, help="The tables too, but not the stored texts of the reports.")
@click.option("--bodies", is_flag=True, help="The tables and the stored texts.")
@click.option("--revoke", "is_revoked", is_flag=True, help="Take away all that the role was granted.")
@database_option
def grant(role: str, tables: bool, bodies: bool, is_revoked: bool, address: str) -> None:
    """Let a role of PostgreSQL read the reporting views, and no more.

    The role reads every report_* view and data_dictionary, now and after each chancery init; what it was granted
    before on the tables is taken away unless asked for again. What PostgreSQL lets every role do besides is told, with
    the statements that take it away.

    \b
    Examples:
      chancery grant analyst --db postgresql://me@localhost/letters
      chancery grant analyst --tables
      chancery grant analyst --revoke
    """
    import queries.grants

    engine = open_database(address)
    if engine.dialect.name == "sqlite":
        raise InputError(
            "SQLite has no roles: who can read the file can read all of it; hand on a copy made with chancery export"
            " FOLDER --format sqlite, or make the file read-only for others with chmod"
        )
    with writing(engine) as connection:
        quoted = queries.grants.role_named(connection, role)
        queries.grants.revoke(connection, quoted)
        if not is_revoked:
            queries.grants.grant(connection, quoted, tables=tables, bodies=bodies)
        rest = queries.grants.what_it_can_change(connection, role)
        if not is_revoked:
            rest += queries.grants.what_everybody_may(connection, role)
    scope = "the views and the tables, with the stored texts" if bodies else "the views and the tables"
    reads = "nothing more" if is_revoked else scope if tables or bodies else "the views"
    click.echo(f"{role} reads {reads} of {shown(engine.url)}.")
    for can in rest:
        click.echo(f"Warning: {role} {can}.", err=True)
