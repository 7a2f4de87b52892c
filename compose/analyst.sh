#!/bin/sh
# The role that Metabase and other readers connect as; chancery grant lets it read. Run once, by the first start.
set -e
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set "word=$ANALYST_PASSWORD" <<'SQL'
CREATE ROLE analyst LOGIN PASSWORD :'word';
SQL
