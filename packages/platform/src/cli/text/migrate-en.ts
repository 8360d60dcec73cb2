/** What the command line says while data move to a cluster. */
export const migrateTexts = {
  options: {
    to: "the cluster, as trino://HOST:PORT/CATALOG/SCHEMA; that of the settings if not said",
    staging: "hand Parquet files over in this directory, which the cluster reads, too",
    stagingUri: "what the cluster calls that directory, such as s3://lake/staging",
  },
  table: (table: string, rows: string) => `${table}: ${rows} rows, counts and sums agree`,
  done: (rows: string) =>
    `${rows} rows moved. The workspace's own database stays as it is; from now on the pipeline runs on the cluster: kundenwert run`,
};
