package id.patungan.grants.iati;

/**
 * A value of one of the standard's code lists; what a body of local governments needs of them.
 * Source: IATI-Codelists, version 2.03.
 */
public sealed interface IatiCode {

    /** As it stands in the file. */
    String code();

    /** What kind an organisation is (OrganisationType). */
    enum OrganisationType implements IatiCode {
        GOVERNMENT("10"),
        LOCAL_GOVERNMENT("11"),
        OTHER_PUBLIC("15"),
        INTERNATIONAL_NGO("21"),
        NATIONAL_NGO("22"),
        REGIONAL_NGO("23"),
        PARTNER_COUNTRY_NGO("24"),
        PUBLIC_PRIVATE("30"),
        MULTILATERAL("40"),
        FOUNDATION("60"),
        PRIVATE("70"),
        ACADEMIC("80"),
        OTHER("90");

        private final String code;

        OrganisationType(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What an organisation does in an activity (OrganisationRole). */
    enum Role implements IatiCode {
        FUNDING("1"),
        ACCOUNTABLE("2"),
        EXTENDING("3"),
        IMPLEMENTING("4");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** How far an activity is (ActivityStatus). */
    enum Status implements IatiCode {
        PIPELINE("1"),
        IMPLEMENTATION("2"),
        FINALISATION("3"),
        CLOSED("4"),
        CANCELLED("5"),
        SUSPENDED("6");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What a date of an activity is (ActivityDateType). */
    enum DateType implements IatiCode {
        PLANNED_START("1"),
        ACTUAL_START("2"),
        PLANNED_END("3"),
        ACTUAL_END("4");

        private final String code;

        DateType(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        boolean start() {
            return this == PLANNED_START || this == ACTUAL_START;
        }

        boolean actual() {
            return this == ACTUAL_START || this == ACTUAL_END;
        }
    }

    /** What a transaction is (TransactionType). Interest earned is not type 5, which is paid. */
    enum TransactionType implements IatiCode {
        INCOMING_FUNDS("1"),
        OUTGOING_COMMITMENT("2"),
        DISBURSEMENT("3"),
        EXPENDITURE("4"),
        INCOMING_COMMITMENT("11");

        private final String code;

        TransactionType(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether a budget is as first agreed or as changed (BudgetType). */
    enum BudgetType implements IatiCode {
        ORIGINAL("1"),
        REVISED("2");

        private final String code;

        BudgetType(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** How firm a budget is (BudgetStatus). */
    enum BudgetStatus implements IatiCode {
        INDICATIVE("1"),
        COMMITTED("2");

        private final String code;

        BudgetStatus(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What a result is (ResultType). */
    enum ResultType implements IatiCode {
        OUTPUT("1"),
        OUTCOME("2"),
        IMPACT("3"),
        OTHER("9");

        private final String code;

        ResultType(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** In what an indicator is measured (IndicatorMeasure). */
    enum Measure implements IatiCode {
        UNIT("1"),
        PERCENTAGE("2"),
        NOMINAL("3"),
        ORDINAL("4"),
        QUALITATIVE("5");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
