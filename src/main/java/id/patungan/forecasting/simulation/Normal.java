package id.patungan.forecasting.simulation;

/** The standard normal distribution, the same bits on every machine. */
final class Normal {

    static final String NAME = "AS241";

    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private Normal() {}

    /**
     * The inverse distribution function: Wichura's PPND16, algorithm AS 241 (Applied Statistics 37,
     * 1988), relative accuracy about 1e-16. Its coefficients are printed with more digits than a
     * double has; here stand the nearest doubles.
     *
     * @param probability above 0 and below 1
     */
    static double quantile(double probability) {
        var q = probability - 0.5;
        if (q <= 0.425 && q >= -0.425) {
            return centre(q);
        }
        var r = StrictMath.sqrt(-StrictMath.log(q < 0 ? probability : 1 - probability));
        var tail = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double centre(double q) {
        var r = 0.180625 - q * q;
        var over = 2509.0809287301227;
        over = over * r + 33430.57558358813;
        over = over * r + 67265.7709270087;
        over = over * r + 45921.95393154987;
        over = over * r + 13731.69376550946;
        over = over * r + 1971.5909503065513;
        over = over * r + 133.14166789178438;
        over = over * r + 3.3871328727963665;
        var under = 5226.495278852854;
        under = under * r + 28729.085735721943;
        under = under * r + 39307.89580009271;
        under = under * r + 21213.794301586597;
        under = under * r + 5394.196021424751;
        under = under * r + 687.1870074920579;
        under = under * r + 42.31333070160091;
        under = under * r + 1;
        return q * over / under;
    }

    private static double tail(double r) {
        var over = 0.0007745450142783414;
        over = over * r + 0.022723844989269184;
        over = over * r + 0.2417807251774506;
        over = over * r + 1.2704582524523684;
        over = over * r + 3.6478483247632045;
        over = over * r + 5.769497221460691;
        over = over * r + 4.630337846156546;
        over = over * r + 1.4234371107496835;
        var under = 1.0507500716444169e-09;
        under = under * r + 0.0005475938084995345;
        under = under * r + 0.015198666563616457;
        under = under * r + 0.14810397642748008;
        under = under * r + 0.6897673349851;
        under = under * r + 1.6763848301838038;
        under = under * r + 2.053191626637759;
        under = under * r + 1;
        return over / under;
    }

    private static double farTail(double r) {
        var over = 2.0103343992922881e-07;
        over = over * r + 2.7115555687434876e-05;
        over = over * r + 0.0012426609473880784;
        over = over * r + 0.026532189526576124;
        over = over * r + 0.29656057182850487;
        over = over * r + 1.7848265399172913;
        over = over * r + 5.463784911164114;
        over = over * r + 6.657904643501103;
        var under = 2.0442631033899397e-15;
        under = under * r + 1.421511758316446e-07;
        under = under * r + 1.8463183175100548e-05;
        under = under * r + 0.0007868691311456133;
        under = under * r + 0.014875361290850615;
        under = under * r + 0.1369298809227358;
        under = under * r + 0.599832206555888;
        under = under * r + 1;
        return over / under;
    }

    /**
     * The distribution function within 1e-15, far out in the tails within a part in 1e8: Hart's
     * algorithm in the form of West (Better approximations to cumulative normal functions, 2005).
     */
    static double probability(double z) {
        var x = StrictMath.abs(z);
        if (x > 37) {
            return z < 0 ? 0 : 1;
        }
        var tail = StrictMath.exp(-x * x / 2) * (x < 7.07106781186547 ? hart(x) : fraction(x));
        return z < 0 ? tail : 1 - tail;
    }

    private static double hart(double x) {
        var over = 0.0352624965998911;
        over = over * x + 0.700383064443688;
        over = over * x + 6.37396220353165;
        over = over * x + 33.912866078383;
        over = over * x + 112.079291497871;
        over = over * x + 221.213596169931;
        over = over * x + 220.206867912376;
        var under = 0.0883883476483184;
        under = under * x + 1.75566716318264;
        under = under * x + 16.064177579207;
        under = under * x + 86.7807322029461;
        under = under * x + 296.564248779674;
        under = under * x + 637.333633378831;
        under = under * x + 793.826512519948;
        under = under * x + 440.413735824752;
        return over / under;
    }

    private static double fraction(double x) {
        return 1 / ((x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) * ROOT_OF_TWO_PI);
    }

    /** The density. */
    static double density(double z) {
        return StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    }
}
