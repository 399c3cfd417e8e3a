package id.patungan.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Controller;

/** A command needs services, not pages: it leaves out controllers and the frame around them. */
final class NoPages extends TypeExcludeFilter {

    private static final String FRAME = "id.patungan.web.";

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) {
        return type.getClassMetadata().getClassName().startsWith(FRAME)
                || type.getAnnotationMetadata().isAnnotated(Controller.class.getName());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoPages;
    }

    @Override
    public int hashCode() {
        return NoPages.class.hashCode();
    }
}
