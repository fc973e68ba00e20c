package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.signin.CurrentVisit;
import org.jspecify.annotations.Nullable;

/** M7 職員: who works for the insurer here, and as what. */
@Named
@RequestScoped
public class StaffListPage {

    @Inject
    StaffRegister register;

    @Inject
    CurrentVisit visit;

    private @Nullable List<Colleague> staff;

    public List<Colleague> getStaff() {
        if (staff == null) {
            staff = register.of(visit.insurer());
        }
        return staff;
    }
}
