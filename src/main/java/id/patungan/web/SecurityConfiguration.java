package id.patungan.web;

import static org.springframework.security.config.Customizer.withDefaults;

import id.patungan.platform.SignInException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

import java.io.IOException;

/** Who gets in: two chains, one for programs without cookies, one for browsers with a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), payment=(), usb=()";

    /**
     * Programs name and prove themselves with every request. No cookie is read here, so no other
     * site can make a browser ask in somebody's name and no token against that is needed.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Problems problems) throws Exception {
        headers(http);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic ->
                        basic.authenticationEntryPoint((request, response, failure) ->
                                challenge(problems, request, response, failure)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, failure) ->
                                        challenge(problems, request, response, failure))
                                .accessDeniedHandler((request, response, denied) ->
                                        problems.write(
                                                request,
                                                response,
                                                HttpStatus.FORBIDDEN,
                                                "access.not-allowed",
                                                "You may not do this")))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Browsers sign in on a page and keep a session, which the database holds. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignInPages signIn) throws Exception {
        headers(http);
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(PublicAddresses.PATTERNS)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("name")
                                .passwordParameter("password")
                                .successHandler(signIn::welcome)
                                .failureHandler(signIn::again))
                .logout(leaving ->
                        leaving.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(signIn::ask)
                                .accessDeniedHandler(signIn::outdated))
                .requestCache(cache -> cache.requestCache(signIn.wishes()))
                .csrf(withDefaults())
                .build();
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy(PERMISSIONS_POLICY)));
    }

    private static void challenge(
            Problems problems,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure.getCause() instanceof SignInException refused && refused.tooMany()) {
            response.setHeader("Retry-After", Long.toString(refused.retryAfterSeconds()));
            problems.write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    refused.code(),
                    String.valueOf(refused.getMessage()));
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Patungan\", charset=\"UTF-8\"");
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "sign-in.required",
                "Name yourself with HTTP Basic: the sign-in name and password of a person");
    }
}
