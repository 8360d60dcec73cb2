import { ServerFiles } from "../../components/ServerFiles.tsx";
import { useView } from "../../view.ts";

/** The whole list as a file, on the horizon that is looked at. */
export function CustomerExport() {
  const { horizon } = useView();
  return <ServerFiles table="customers" query={horizon ? { horizon } : {}} />;
}
