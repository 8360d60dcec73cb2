import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { CustomerExport } from "./CustomerExport.tsx";
import { CustomerFilters } from "./CustomerFilters.tsx";
import { CustomerList } from "./CustomerList.tsx";

/** Every customer with its value: searched, sorted, paged, exported. */
export function CustomersPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.customers")} intro={t("customers.intro")}>
      <WhenValued>
        <div className="kw-card">
          <CustomerFilters />
          <CustomerExport />
          <CustomerList />
        </div>
      </WhenValued>
    </Page>
  );
}
