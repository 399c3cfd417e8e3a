package id.patungan.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;

import id.patungan.basics.AmountFormat;
import id.patungan.testing.Chromium;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Needs;
import id.patungan.testing.Screen;
import id.patungan.testing.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What people do, in a real browser on the demo: in both languages, on a desk and on a phone, and
 * without scripts. {@link Visitor} examines each page they come to.
 *
 * <p>The journeys are dated after the year of the demo, whose figures stay as they are.
 */
@DatabaseTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
@Needs(Needs.Part.CHROMIUM)
class BrowserIT {

    private static final String BODY = "/bodies/" + Demo.BODY;
    private static final Currency RUPIAH = Currency.getInstance("IDR");

    @LocalServerPort private int port;
    @Autowired private Demo demo;
    @Autowired private MessageSource messages;

    private static Playwright playwright;
    private static Browser browser;

    private static final Map<String, Visitor> SIGNED_IN = new HashMap<>();

    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeAll
    static void theBrowser() {
        setDefaultAssertionTimeout(20_000);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.executable().orElseThrow())
                                        .setArgs(Chromium.ARGUMENTS));
    }

    @AfterAll
    static void noBrowser() {
        SIGNED_IN.clear();
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::close);
    }

    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void aWrongPasswordIsRefusedAndTheRightOneLetsIn(Screen screen) {
        var visitor = visitor(screen);
        visitor.open("/sign-in").tryToSignIn("sleman", "not the password");
        visitor.seesWhatIsWrong(visitor.text("refusal.sign-in.wrong"));
        assertThat(visitor.byId("name")).hasValue("sleman");
        assertThat(visitor.byId("password")).hasValue("");

        visitor.tryToSignIn("sleman", Demo.PASSWORD);

        assertThat(visitor.content().locator("h1")).containsText("Kartamantul");
        visitor.examined();
    }

    @Test
    void theLanguageChangesAndThePageStays() {
        var visitor = as("bendahara", Screen.INDONESIAN_DESK);
        visitor.open(BODY + "/journal?account=11200");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "id");

        visitor.page().locator(".lang a[hreflang=en]").click();

        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/journal\\?account=11200&lang=en"));
        assertThat(visitor.content().locator("h1"))
                .hasText(messages.getMessage("journal.title", null, Screen.ENGLISH_DESK.locale()));
        visitor.page().navigate(address() + BODY + "/accounts");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
    }

    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void anEntryIsPreparedByOneApprovedByAnotherPostedAndReversed(Screen screen) {
        var finance = as("bendahara", screen);
        finance.menu("nav.journal").follow("entryForm.title");
        finance.fill("date", "05-01-2007").fill("description", "Alat tulis " + screen);
        line(finance, 1, "52100", "debit", "1.500.000");
        line(finance, 2, "11200", "credit", "1.400.000");
        assertThat(finance.byId("difference")).containsText(amount(screen, 100_000));
        assertThat(finance.byId("difference")).containsText(finance.text("entryForm.notBalanced"));

        finance.press("entryForm.submit");
        finance.seesWhatIsWrong(finance.text("form.problems"));
        assertThat(finance.byId("description")).hasValue("Alat tulis " + screen);
        finance.fill("credit-2", "1,5jt");
        assertThat(finance.byId("credit-2")).hasValue(amount(screen, 1_500_000));
        assertThat(finance.byId("difference")).containsText(finance.text("entryForm.balanced"));
        finance.press("entryForm.submit");
        assertThat(finance.content()).containsText(finance.text("drafts.state.submitted"));
        finance.examined();

        var draft = path(finance);
        var approver = as("ketua", screen);
        approver.open(draft).press("drafts.approve");
        assertThat(approver.content()).containsText(approver.text("drafts.state.approved"));
        approver.examined();

        finance.open(draft).press("drafts.post");
        assertThat(finance.page()).hasURL(Pattern.compile(".*/journal/[0-9]+"));
        assertThat(finance.content()).containsText("Alat tulis " + screen);
        assertThat(finance.content()).containsText("ketua");
        finance.examined();

        assertThat(finance.content()).containsText(finance.text("entry.undoing.by-another"));

        reverse(path(finance), approver);
    }

    private static void reverse(String entry, Visitor approver) {
        approver.open(entry).follow("reverse.action");
        approver.press("reverse.action");
        approver.seesWhatIsWrong(approver.text("reverse.reason.missing"));
        approver.fill("date", "06-01-2007").fill("reason", "Salah akun").press("reverse.action");
        assertThat(approver.page()).not().hasURL(Pattern.compile(".*/reverse"));
        var reversal = path(approver).substring(path(approver).lastIndexOf('/') + 1);
        var number = entry.substring(entry.lastIndexOf('/') + 1);
        assertThat(approver.content()).containsText("Salah akun");
        assertThat(approver.content()).containsText(approver.text("entry.reverses", number));
        approver.examined();
        approver.open(entry);
        assertThat(approver.content()).containsText(approver.text("entry.reversedBy", reversal));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH_DESK", "INDONESIAN_PHONE"})
    void anAmountThatIsNoneIsNamedAndOneThatIsTwoIsAskedAbout(Screen screen) {
        var finance = as("bendahara", screen);
        finance.open(BODY + "/journal/new");
        finance.fill("date", "05-01-2007").fill("description", "Alat tulis");
        line(finance, 1, "52100", "debit", "1.50.0");
        line(finance, 2, "11200", "credit", screen == Screen.ENGLISH_DESK ? "1.900" : "1,900");
        var question = finance.page().locator(".c-credit .ask");
        assertThat(question).containsText(finance.text("entryForm.ask"));

        finance.press("entryForm.submit");

        finance.seesWhatIsWrong("1.50.0");
        assertThat(finance.page().locator("#debit-1")).hasAttribute("aria-invalid", "true");
        finance.byId("error-summary").locator("a[href='#debit-1']").click();
        assertThat(finance.byId("debit-1")).isFocused();
        finance.page().locator(".c-credit .ask button").first().click();
        assertThat(question).hasCount(0);
    }

    @Test
    void whatWasTypedIsNotLostByASlip() {
        var finance = as("bendahara", Screen.INDONESIAN_DESK);
        finance.open(BODY + "/journal/new").fill("description", "Belum disimpan");
        var asked = new ArrayList<String>();
        finance.page()
                .onDialog(dialog -> {
                    asked.add(dialog.type());
                    dialog.dismiss();
                });

        finance.page().locator("nav.side a").first().click();

        assertThat(finance.byId("description")).hasValue("Belum disimpan");
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void aKeyboardIsEnoughForAnEntry() {
        var finance = as("bendahara", Screen.INDONESIAN_DESK);
        finance.open(BODY + "/journal/new");
        var keyboard = finance.page().keyboard();
        finance.byId("date").selectText();
        for (var text :
                List.of("07-01-2007", "BK-07", "Materai", "52100", "UMUM", "", "", "100rb", "")) {
            keyboard.type(text);
            keyboard.press("Enter");
        }
        for (var text : List.of("", "11200", "UMUM", "", "", "", "100rb")) {
            keyboard.type(text);
            keyboard.press("Enter");
        }
        assertThat(finance.byId("difference")).containsText(finance.text("entryForm.balanced"));

        keyboard.press("Control+Enter");

        assertThat(finance.content()).containsText(finance.text("drafts.state.submitted"));
        assertThat(finance.content()).containsText("BK-07");
        finance.examined();
    }

    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void duesAreSharedByARuleSeenBeforeAndIssued(Screen screen) {
        var year = screen == Screen.INDONESIAN_DESK ? "2010" : "2011";
        var finance = as("bendahara", screen);
        finance.menu("nav.assessments").follow("contributions.assess");
        finance.choose("fund", "UMUM");
        assertThat(finance.page().locator("#preview .field-error").first())
                .hasText(finance.text("contributions.missing.due"));
        finance.examined();

        finance.choose("ruleCode", "IURAN")
                .fill("description", "Iuran " + year)
                .fill("total", "330 juta")
                .fill("year", year)
                .fill("date", "15-01-" + year)
                .fill("due", "15-04-" + year);
        finance.press("contributions.do-preview");
        assertThat(finance.byId("preview")).containsText(amount(screen, 110_000_000));
        finance.examined().press("contributions.issue");

        assertThat(finance.page()).hasURL(Pattern.compile(".*/assessments/AS-" + year + "-0001"));
        assertThat(finance.content()).containsText(amount(screen, 330_000_000));
        finance.examined();
        var sleman = as("sleman", screen);
        sleman.open(path(finance));
        assertThat(sleman.content()).containsText(amount(screen, 110_000_000));
        assertThat(sleman.content()).not().containsText(amount(screen, 220_000_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH_DESK", "INDONESIAN_PHONE"})
    void aRuleIsBuiltInWordsSeenAndSaved(Screen screen) {
        var finance = as("bendahara", screen);
        finance.open(BODY + "/rules/new");
        ruleOfTwoPortions(finance, visitor -> {});
        finance.fill("rule-rule-parts-0-share", "61");
        assertThat(finance.page().locator("#preview .field-error").first()).containsText("101");
        finance.fill("rule-rule-parts-0-share", "60").fill("total", "330 juta");
        assertThat(finance.byId("preview")).containsText(amount(screen, 198_000_000));
        assertThat(finance.byId("preview")).containsText("60 %");
        finance.examined().press("rules.editor.save");
        finance.seesWhatIsWrong(finance.text("rules.editor.missing.code"));
        finance.byId("error-summary").locator("a[href='#code']").click();
        assertThat(finance.byId("code")).isFocused();
        savedRule(finance, "BATAS-" + screen.locale().getLanguage().toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void aRuleIsBuiltWithoutScriptsToo(Screen screen) {
        var finance = Visitor.withoutScripts(browser, address(), screen, messages);
        visitors.add(finance);
        finance.signIn("bendahara", Demo.PASSWORD);
        finance.open(BODY + "/rules/new");
        ruleOfTwoPortions(finance, visitor -> visitor.press("rules.editor.do-preview"));
        finance.fill("rule-rule-parts-0-share", "60").fill("total", "330 juta");
        finance.press("rules.editor.do-preview");
        assertThat(finance.byId("preview")).containsText(amount(screen, 198_000_000));
        finance.examined();
        savedRule(finance, "TANPA-" + screen.locale().getLanguage().toUpperCase(Locale.ROOT));
    }

    /** At least a tenth for everybody, of 60 % in equal shares and 40 % to one. */
    private static void ruleOfTwoPortions(Visitor finance, Consumer<Visitor> after) {
        finance.choose("rule-kind", "bounded");
        after.accept(finance);
        finance.fill("rule-floor", "10").choose("rule-rule-kind", "mix");
        after.accept(finance);
        finance.press("rules.add.parts");
        assertThat(finance.byId("rule-rule-parts-0-share")).isVisible();
        finance.fill("rule-rule-parts-0-share", "59").press("rules.add.parts");
        assertThat(finance.byId("rule-rule-parts-1-share")).isVisible();
        finance.fill("rule-rule-parts-1-share", "40");
        finance.choose("rule-rule-parts-1-rule-kind", "percent");
        after.accept(finance);
        finance.fill("rule-rule-parts-1-rule-shares-0-value", "100");
    }

    private static void savedRule(Visitor finance, String code) {
        finance.fill("code", code)
                .fill("name", "Iuran " + code)
                .choose("ground", "SKB-CONTOH/Pasal 1")
                .fill("effectiveFrom", "01-01-2007")
                .press("rules.editor.save");
        assertThat(finance.page()).hasURL(Pattern.compile(".*/rules/" + code));
        assertThat(finance.content()).containsText("60 %");
        finance.examined().open(BODY + "/rules/" + code + "/edit");
        assertThat(finance.byId("rule-rule-parts-0-share")).hasValue("60");
        assertThat(finance.byId("name")).hasValue("Iuran " + code);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void twoRulesAreComparedAFigureIsChangedAndThePaperIsSaved(Screen screen) {
        var finance = as("bendahara", screen);
        finance.menu("nav.lab").follow("lab.title");
        finance.fill("total", "330 juta")
                .fill("year", "2025")
                .choose("rule-0", "template:equal")
                .choose("rule-1", "template:weights");
        finance.content().getByText(finance.text("lab.what-if"), exactly()).click();
        finance.choose("party", "34.04")
                .choose("indicator", "population")
                .fill("change", "+10%")
                .press("lab.compare");
        // 330,000,000 · 1,125,571 / 2,521,445 and 330,000,000 · 1,238,128.1 / 2,634,002.1
        assertThat(finance.byId("result")).containsText(amount(screen, 147_311_732));
        assertThat(finance.content()).containsText(amount(screen, 155_118_431));
        finance.examined().press("lab.save.do");
        finance.seesWhatIsWrong(finance.text("form.problems"));

        finance.fill("title", "Dua rumus " + screen).press("lab.save.do");

        assertThat(finance.page()).hasURL(Pattern.compile(".*/lab/papers/LAB-[0-9]{4}-[0-9]{4}"));
        assertThat(finance.content()).containsText("Dua rumus " + screen);
        assertThat(finance.content()).containsText(amount(screen, 155_118_431));
        finance.examined();
        var paper = path(finance);
        finance.follow("lab.papers");
        assertThat(finance.content()).containsText("Dua rumus " + screen);
        var sleman = as("sleman", screen);
        sleman.open(paper);
        assertThat(sleman.content()).containsText(amount(screen, 147_311_732));
    }

    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void aReceiptSettlesTheOldestCharge(Screen screen) {
        var finance = as("bendahara", screen);
        finance.menu("nav.receipts").follow("contributions.record-receipt");
        finance.choose("party", "34.04").press("contributions.show-charges");
        assertThat(finance.content()).containsText("AS-2006-0002/34.04");
        finance.examined()
                .fill("description", "Persampahan 2006")
                .choose("fund-0", "PROYEK-SAMPAH");
        finance.fill("gross-0", "banyak").press("contributions.record-receipt");
        finance.seesWhatIsWrong("banyak");

        finance.fill("date", "08-01-2007").fill("gross-0", "2,5jt");
        finance.press("contributions.record-receipt");

        assertThat(finance.page()).hasURL(Pattern.compile(".*/receipts/RC-2007-000[0-9]"));
        assertThat(finance.content()).containsText(amount(screen, 2_500_000));
        assertThat(finance.content())
                .containsText(
                        screen.locale().getLanguage().equals("en") ? "two million" : "dua juta");
        assertThat(finance.content()).containsText("AS-2006-0002/34.04");
        finance.examined();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aRegionReadsItsStatementToTheRupiah(Screen screen) {
        var sleman = as("sleman", screen);
        sleman.menu("nav.regions");
        sleman.fill("from", "01-01-2006").fill("until", "31-12-2006").press("statements.form.show");
        assertThat(sleman.page()).hasURL(Pattern.compile(".*[?]from=01-01-2006&until=31-12-2006"));
        var page = sleman.content();
        for (var charged : List.of(110_000_000, 285_000_000, 10_000_000)) {
            assertThat(page.locator("tbody").getByText(amount(screen, charged), exactly()).first())
                    .isVisible();
        }
        for (var figure : List.of(405_000_000, 362_500_000, 42_500_000)) {
            assertThat(page.locator("dl.figures")).containsText(amount(screen, figure));
        }
        assertThat(page).not().containsText(amount(screen, 310_000_000));

        page.locator("button.fig").nth(1).click();
        assertThat(page.locator(".explain:popover-open")).containsText("AS-2006-0003");
        sleman.examined();
        page.locator("button.fig").nth(1).click();

        var file =
                sleman.page()
                        .waitForDownload(() ->
                                page.getByText(sleman.text("statements.download.pdf")).click());
        assertThat(start(file)).startsWith("%PDF-");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH_DESK", "INDONESIAN_PHONE"})
    void everythingIsPossibleWithoutScripts(Screen screen) {
        var finance = Visitor.withoutScripts(browser, address(), screen, messages);
        visitors.add(finance);
        finance.signIn("bendahara", Demo.PASSWORD);
        finance.open(BODY + "/journal/new");
        finance.fill("date", "09-01-2007").fill("description", "Tanpa skrip");
        line(finance, 1, "52100", "debit", "250rb");
        finance.press("entryForm.submit");
        finance.seesWhatIsWrong(amount(screen, 250_000));
        line(finance, 2, "11200", "credit", "250rb");
        finance.press("entryForm.submit");
        assertThat(finance.content()).containsText(finance.text("drafts.state.submitted"));
        finance.examined();

        finance.open(BODY + "/receipts/new").choose("party", "34");
        finance.press("contributions.show-charges");
        finance.choose("fund-0", "PROYEK-LIMBAH").fill("gross-0", "1,5jt");
        finance.fill("description", "Air limbah 2006").fill("date", "09-01-2007");
        finance.press("contributions.record-receipt");
        assertThat(finance.page()).hasURL(Pattern.compile(".*/receipts/RC-2007-000[0-9]"));
        finance.examined();
    }

    /** Half of all costs from January on: an assumption is changed, and the answer moves. */
    @ParameterizedTest
    @EnumSource(names = {"INDONESIAN_DESK", "ENGLISH_PHONE"})
    void anAssumptionIsChangedAndItsAnswerIsKept(Screen screen) {
        var finance = as("bendahara", screen);
        finance.menu("nav.forecast");
        assertThat(finance.byId("chart-free")).isVisible();
        assertThat(finance.byId("ways")).isVisible();
        finance.open(BODY + "/scenarios/new?kind=cost-change&from=2007-01&percent=-50");
        finance.press("scenarios.try");
        assertThat(finance.byId("result")).containsText(finance.text("scenarios.result"));
        finance.examined().press("scenarios.save.new");
        finance.seesWhatIsWrong(finance.text("form.problems"));
        finance.fill("name", "Belanja separuh " + screen).press("scenarios.save.new");
        assertThat(finance.page()).hasURL(Pattern.compile(".*/scenarios/[0-9]+"));
        finance.examined().follow("scenarios.forecast");
        assertThat(finance.content()).containsText("Belanja separuh " + screen);
        finance.examined().follow("examination.title");
        assertThat(finance.byId("chart-tornado")).isVisible();
        finance.examined();
    }

    /** The pages on which the journeys have not been; those of a body come without its address. */
    private static final Map<String, List<String>> PAGES =
            Map.of(
                    "bendahara",
                    List.of(
                            "",
                            "/journal",
                            "/journal/30",
                            "/journal/30/reverse",
                            "/drafts",
                            "/drafts/23/edit",
                            "/accounts",
                            "/accounts/11300",
                            "/trial-balance",
                            "/funds",
                            "/funds/UMUM",
                            "/periods",
                            "/regions",
                            "/regions/34.71",
                            "/assessments/AS-2006-0003",
                            "/assessments/AS-2006-0002/cost",
                            "/assessments/AS-2006-0002/cancel",
                            "/receipts/RC-2006-0010",
                            "/receipts/RC-2006-0001/reverse",
                            "/members",
                            "/members/new",
                            "/parties",
                            "/parties/new",
                            "/parties/import",
                            "/agreements",
                            "/agreements/SKB-CONTOH",
                            "/agreements/new",
                            "/indicators",
                            "/indicators/new",
                            "/signatories",
                            "/signatories/new",
                            "/budgets",
                            "/budgets/2007/main",
                            "/sustainability",
                            "/sustainability/thresholds",
                            "/forecast?months=24",
                            "/forecast/examination?paths=400",
                            "/scenarios",
                            "/settings"),
                    "ketua",
                    List.of("", "/drafts/23"),
                    "sleman",
                    List.of("", "/assessments", "/receipts", "/members", "/journal/13"),
                    "gtz",
                    List.of("", "/funds/DONOR-GTZ", "/agreements"),
                    "auditor",
                    List.of("", "/audit"),
                    "admin",
                    List.of("/home", "/people", "/people/sleman", "/people/new", "/account"));

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH_DESK", "INDONESIAN_PHONE"})
    void everyPageIsUsableByEverybody(Screen screen) {
        PAGES.forEach((name, pages) -> {
            var visitor = as(name, screen);
            for (var page : pages) {
                visitor.open((name.equals("admin") ? "" : BODY) + page);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bendahara", "ketua", "sleman", "diy", "gtz", "auditor", "admin"})
    void theMenuLeadsOnlyWhereOneMayGo(String name) {
        var visitor = as(name, Screen.ENGLISH_DESK);
        var links = visitor.page().locator("nav.side a");
        assertThat(links.count()).isPositive();
        for (var link : links.all()) {
            var answer = visitor.page().request().get(address() + link.getAttribute("href"));
            assertThat(answer.status()).as(link.getAttribute("href")).isEqualTo(200);
        }
    }

    private Visitor visitor(Screen screen) {
        var visitor = Visitor.with(browser, address(), screen, messages);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody of the demo at home; they sign in once, for that takes its time on purpose. */
    private Visitor as(String name, Screen screen) {
        var known =
                SIGNED_IN.computeIfAbsent(
                        name,
                        unknown ->
                                Visitor.with(browser, address(), screen, messages)
                                        .signIn(unknown, Demo.PASSWORD));
        var visitor = known.again(screen);
        visitors.add(visitor);
        return visitor.atHome();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static void line(
            Visitor visitor, int number, String account, String side, String amount) {
        visitor.fill("account-" + number, account)
                .choose("fund-" + number, "UMUM")
                .fill(side + "-" + number, amount);
    }

    private static String amount(Screen screen, long rupiah) {
        return AmountFormat.amount(rupiah * 100, RUPIAH, screen.locale());
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    /** The address without server and query. */
    private static String path(Visitor visitor) {
        return URI.create(visitor.page().url()).getPath();
    }

    private static String start(Download file) {
        try {
            return Files.readString(file.path(), StandardCharsets.ISO_8859_1).substring(0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
