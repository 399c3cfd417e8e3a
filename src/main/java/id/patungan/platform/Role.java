package id.patungan.platform;

/** What a person is to a body; decides which {@link Action}s a permission allows. */
public enum Role {
    /** Secretariat staff who keep the books. */
    FINANCE,
    /** Approves what others have prepared. */
    APPROVER,
    /** The treasurer of a party: sees the party's own account, confirms or disputes it. */
    TREASURER,
    /** A donor or the province: sees its own fund or account. */
    DONOR_VIEWER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Looks after people and permissions of the installation; sees no money. */
    ADMINISTRATOR;

    /** Whether this role allows the action at all, within the permission's scope. */
    public boolean allows(Action action) {
        return switch (action) {
            case READ_BOOKS -> this == FINANCE || this == APPROVER || this == AUDITOR;
            case READ_OWN -> this != ADMINISTRATOR;
            case CONFIRM -> this == TREASURER;
            case PREPARE -> this == FINANCE;
            case APPROVE -> this == APPROVER;
            case CLOSE -> this == FINANCE || this == APPROVER;
            case ADMINISTER -> this == ADMINISTRATOR;
        };
    }
}
