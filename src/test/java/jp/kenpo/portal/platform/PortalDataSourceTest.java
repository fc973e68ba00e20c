package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PortalDataSourceTest {

    private static DataSource at(String url) {
        return PortalDataSource.driverFor(new Settings.Database(url, "portal", "hush"));
    }

    /** Such as "Key (user_id)=(taro) already exists.", which would go into the log with the fault. */
    @Test
    @Tag("ASVS-16.2.5")
    void postgresql_tells_no_values_of_a_row_that_it_refused() {
        PGSimpleDataSource postgres = (PGSimpleDataSource) at("jdbc:postgresql://127.0.0.1/portal");

        assertThat(postgres.getLogServerErrorDetail()).isFalse();
    }

    @Test
    void an_address_of_another_database_is_refused_without_telling_the_password() {
        assertThatThrownBy(() -> at("jdbc:oracle:thin"))
                .hasMessage("portal.db.url must begin with jdbc:h2: or jdbc:postgresql:");
    }
}
