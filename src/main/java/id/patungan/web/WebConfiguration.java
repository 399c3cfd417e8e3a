package id.patungan.web;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/** How requests become values for handlers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(AccessArguments.TYPES.toArray(Class<?>[]::new));
    }

    /** The name is the one under which the dispatcher looks for it. */
    @Bean
    Languages localeResolver() {
        return new Languages();
    }

    @Bean
    WebMvcConfigurer patunganMvc(CurrentViewer current, Languages languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AccessArguments(current));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(languages);
                registry.addInterceptor(new FirstQuestion(current));
            }
        };
    }
}
