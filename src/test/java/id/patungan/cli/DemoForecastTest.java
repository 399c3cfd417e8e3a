package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The months ahead of the demo's bodies. */
@DatabaseTest
class DemoForecastTest {

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private Forecasts forecasts;

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    /**
     * Kartamantul holds 33,245,500 at the end of 2006; salaries of 45 million go out in March, dues
     * fall due in April: 11,754,500 are missing at the end of March.
     */
    @Test
    void kartamantulRunsDryInMarchBecauseDuesComeInApril() {
        var forecast = of("kartamantul");

        assertThat(forecast.base().freeNow()).isEqualTo(33_245_500_00L);
        assertThat(forecast.base().runway()).isEqualTo(new Runway(3, false));
        assertThat(forecast.advice().reserve()).isEqualTo(11_754_500_00L);
        assertThat(forecast.advice().dues()).isNull();
    }

    @Test
    void everyBodyOfTheDemoHasAnOutlookOfWhichEveryLineSaysWhereItIsFrom() {
        for (var body : bodies.all()) {
            var outlook = of(body.code()).base().outlook();
            assertThat(outlook.months()).isEqualTo(Forecasts.MONTHS);
            assertThat(outlook.lines()).allMatch(line -> line.total() > 0);
        }
    }

    private Forecast of(String body) {
        var access = Access.system(bodies.byCode(body).orElseThrow().id());
        return forecasts.of(access, Forecasts.Asked.USUAL, Scenario.BASE);
    }
}
