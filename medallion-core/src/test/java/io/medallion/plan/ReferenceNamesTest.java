package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "customer_id, customers, id, SAME",
        "customer_id, raw_customers, customer_id, SAME",
        "sku, products, sku, SAME",
        "territory_key, territories, sales_territory_key, SAME",
        "order_id, payments, order_id, KEY",
        "billing_customer_id, customers, id, ROLE",
        "category_id, product_categories, id, PART",
        "user_id, customers, id, SYNONYM",
        "support_rep_id, Employee, EmployeeId, SYNONYM",
        "ship_via, shippers, shipper_id, SYNONYM",
        "created_by, users, id, SYNONYM",
        "customer, customers, id, BARE",
        "cust_id, customers, id, SHORT",
        "cust_id, customers, customer_id, SHORT",
        "emp_no, employees, id, SHORT",
        "id_cliente, clientes, id, SAME",
        "id_cliente, clientes, id_cliente, SAME",
        "id_proveedor, proveedores, id, SHORT",
        "fk_customer_id, customers, id, SAME",
        "kunden_id, kunden, id, SAME",
        "kunde_id, kunden, id, SHORT",
    })
    void says_which_table_a_column_refers_to(String column, String table, String key, ReferenceName name) {
        assertThat(ReferenceNames.read(column, table, key, false)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "id, customers, id",
        "name, genres, name",
        "quantity, customers, id",
        "order_id, customers, id",
        "unit_price, products, product_id",
        "customer_name, customers, id",
        "cost_id, customers, id",
        "cu_id, customers, id",
        "tsuc_id, customers, id",
        "postal_code, products, id",
        "num_items, numbers, id",
    })
    void says_nothing_where_the_name_does_not(String column, String table, String key) {
        assertThat(ReferenceNames.read(column, table, key, false)).isEmpty();
    }

    @Test
    void only_words_for_another_row_refer_to_the_same_table() {
        assertThat(ReferenceNames.read("reports_to", "employees", "employee_id", true))
                .contains(ReferenceName.SELF);
        assertThat(ReferenceNames.read("department_id", "employees", "employee_id", true))
                .isEmpty();
    }

    @Test
    void a_key_that_says_nothing_takes_the_name_of_its_table() {
        assertThat(ReferenceNames.conformed("raw_customers", "id")).isEqualTo("customer_id");
        assertThat(ReferenceNames.conformed("Artist", "artist_id")).isEqualTo("artist_id");
    }
}
