package id.patungan.grants.iati;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/** The official schema of activity files, which is beside the project and not in it. */
public final class IatiSchema {

    private static final Path FILE = Path.of("../shared/data/iati/iati-activities-schema.xsd");

    private IatiSchema() {}

    /** Why tests against it are left out, where they are. */
    public static final String ABSENT = "there is no " + FILE;

    /** Whether it is there. */
    public static boolean present() {
        return Files.exists(FILE);
    }

    /** What a file has against it; empty if it is valid. */
    public static List<String> errors(byte[] file) throws SAXException, IOException {
        var errors = new ArrayList<String>();
        var validator = Loaded.SCHEMA.newValidator();
        validator.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException e) {
                        errors.add(e.toString());
                    }

                    @Override
                    public void error(SAXParseException e) {
                        errors.add(e.toString());
                    }

                    @Override
                    public void fatalError(SAXParseException e) {
                        errors.add(e.toString());
                    }
                });
        validator.validate(new StreamSource(new ByteArrayInputStream(file)));
        return errors;
    }

    private static final class Loaded {

        private static final Schema SCHEMA = load();

        private static Schema load() {
            try {
                var factory = SchemaFactory.newDefaultInstance();
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
                return factory.newSchema(FILE.toFile());
            } catch (SAXException e) {
                throw new IllegalStateException(FILE + " cannot be read", e);
            }
        }
    }
}
