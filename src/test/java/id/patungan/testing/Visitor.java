package id.patungan.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody before a real browser, who finds things by the words that are on the page. Each page
 * they come to is examined: nothing serious for axe, nothing to scroll sideways, no complaint of
 * the browser.
 */
public final class Visitor implements AutoCloseable {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final String server;
    private final Screen screen;
    private final MessageSource messages;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(
            Browser browser,
            String server,
            Screen screen,
            MessageSource messages,
            boolean scripts,
            @Nullable String cookies) {
        this.server = server;
        this.screen = screen;
        this.messages = messages;
        this.scripts = scripts;
        this.context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(screen.width(), 800)
                                .setStorageState(cookies)
                                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(30_000);
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    /** Somebody with an ordinary browser. */
    public static Visitor with(
            Browser browser, String server, Screen screen, MessageSource messages) {
        return new Visitor(browser, server, screen, messages, true, null);
    }

    /** Somebody whose browser runs no scripts. */
    public static Visitor withoutScripts(
            Browser browser, String server, Screen screen, MessageSource messages) {
        return new Visitor(browser, server, screen, messages, false, null);
    }

    /** The same person, signed in, with a browser of their own again. */
    public Visitor again(Screen other) {
        var browser = Objects.requireNonNull(context.browser());
        return new Visitor(browser, server, other, messages, scripts, context.storageState());
    }

    /** A refused form is an answer, not a fault: only that status may be complained about. */
    private void hear(ConsoleMessage message) {
        var refusedForm = message.text().contains("status of 422");
        if (Set.of("error", "warning").contains(message.type()) && !refusedForm) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    /** The page as it stands. */
    public Page page() {
        return page;
    }

    /** The text of a key in the language of the screen. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, screen.locale());
    }

    /** Opens an address in the language of the screen, and examines the page. */
    public Visitor open(String path) {
        page.navigate(
                server
                        + path
                        + (path.contains("?") ? "&" : "?")
                        + "lang="
                        + screen.locale().getLanguage());
        return examined();
    }

    /** Goes where the menu is; the page is examined elsewhere. */
    public Visitor atHome() {
        page.navigate(server + "/home?lang=" + screen.locale().getLanguage());
        return this;
    }

    /** Signs in on the form, whose answer is not examined. */
    public Visitor tryToSignIn(String name, String password) {
        fill("name", name);
        fill("password", password);
        press("sign-in.go");
        return this;
    }

    /** Signs in and is at home. */
    public Visitor signIn(String name, String password) {
        open("/sign-in").tryToSignIn(name, password);
        assertThat(page.locator("nav.side")).hasCount(1);
        return this;
    }

    /** Types into the field with that id, and leaves it. */
    public Visitor fill(String id, String value) {
        var field = byId(id);
        field.fill(value);
        field.blur();
        return this;
    }

    /** Chooses the option with that value. */
    public Visitor choose(String id, String value) {
        byId(id).selectOption(value);
        return this;
    }

    /**
     * Presses the button with the text of that key; without scripts by the keyboard, for a click
     * waits until a script has seen the button stand still.
     */
    public Visitor press(String key) {
        var named = new Page.GetByRoleOptions().setName(text(key)).setExact(true);
        var button = page.getByRole(AriaRole.BUTTON, named);
        if (scripts) {
            button.click();
        } else {
            button.press("Enter");
        }
        return this;
    }

    /** Follows the link within the page with the text of that key, and examines where it leads. */
    public Visitor follow(String key, Object... arguments) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text(key, arguments)).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        return examined();
    }

    /** Takes a line of the main menu; on a phone the menu is opened first. */
    public Visitor menu(String key) {
        if (screen.width() < 768) {
            page.locator("details.menu > summary").click();
        }
        page.locator("nav:visible")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text(key)).setExact(true))
                .click();
        page.waitForLoadState();
        return examined();
    }

    /** The element with that id. */
    public Locator byId(String id) {
        return page.locator("[id='" + id + "']");
    }

    /** What the page is about, without the menus. */
    public Locator content() {
        return page.locator("main");
    }

    /** Sees the page again after a form was refused: told on top, read out, and in the title. */
    public Visitor seesWhatIsWrong(String words) {
        var summary = byId("error-summary");
        assertThat(summary).containsText(words);
        if (scripts) {
            assertThat(summary).isFocused();
        }
        assertThat(page.title()).startsWith(text("form.error-prefix"));
        return examined();
    }

    /** Whether the page can be used by everybody, on this screen, and the browser is content. */
    public Visitor examined() {
        var overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels to scroll sideways on %s", page.url()).isEqualTo(0);
        assertThat(page.locator("html")).hasAttribute("lang", screen.locale().getLanguage());
        if (scripts) {
            assertThat(seriousFaults()).as("what axe finds on %s", page.url()).isEmpty();
        }
        assertThat(complaints).as("what the browser says of %s", page.url()).isEmpty();
        return this;
    }

    private List<String> seriousFaults() {
        var onlyFaults = new AxeRunOptions();
        onlyFaults.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).setLegacyMode(true).options(onlyFaults);
        return axe.analyze().getViolations().stream()
                .filter(fault -> SERIOUS.contains(fault.getImpact()))
                .flatMap(fault ->
                        fault.getNodes().stream()
                                .map(node -> fault.getId() + ": " + node.getHtml()))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
