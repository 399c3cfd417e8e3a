package id.patungan.statements;

import id.patungan.contributions.UnitAccount;
import id.patungan.statements.RegionStatement.Unit;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;

/** What the paying units of a party carry over all its charges. */
final class StatementUnits {

    private StatementUnits() {}

    private record Key(
            @Nullable String unit,
            @Nullable String route,
            @Nullable String account,
            @Nullable String source) {}

    /** By unit and way, as one unit can pay by another route in another version of the lines. */
    static List<Unit> of(List<UnitAccount> parts) {
        var sums = new LinkedHashMap<Key, Unit>();
        for (var part : parts) {
            var line = part.line();
            var account = line == null ? null : line.account();
            var route = line == null ? null : line.route().code();
            var payerAccount = account == null ? null : account.code();
            sums.merge(
                    new Key(part.unit(), route, payerAccount, part.source()),
                    new Unit(
                            part.unit(),
                            part.unitName(),
                            route,
                            payerAccount,
                            account == null ? null : account.nomenclature(),
                            part.source(),
                            part.charged().minorUnits(),
                            part.paid().minorUnits(),
                            part.writtenOff().minorUnits(),
                            part.open().minorUnits()),
                    StatementUnits::plus);
        }
        return List.copyOf(sums.values());
    }

    private static Unit plus(Unit one, Unit other) {
        return new Unit(
                one.code(),
                one.name(),
                one.route(),
                one.account(),
                one.nomenclature(),
                one.source(),
                Math.addExact(one.charged(), other.charged()),
                Math.addExact(one.paid(), other.paid()),
                Math.addExact(one.writtenOff(), other.writtenOff()),
                Math.addExact(one.open(), other.open()));
    }
}
