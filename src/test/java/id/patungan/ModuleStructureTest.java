package id.patungan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTest {

    @Test
    void modulesOnlyUseWhatTheyDeclare() {
        ApplicationModules.of(PatunganApplication.class).verify();
    }
}
