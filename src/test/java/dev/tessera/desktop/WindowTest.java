package dev.tessera.desktop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.framework.junit5.ApplicationExtension;

/// A test with real windows on JavaFX's headless platform. Where the system lacks the libraries for text it is
/// skipped and says what to install; with `-Dtessera.window=required` it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({WindowTest.NeedsText.class, ApplicationExtension.class})
public @interface WindowTest {

    /// Whether JavaFX can draw letters here.
    final class NeedsText implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean isLinux = System.getProperty("os.name", "").startsWith("Linux");
            if (!isLinux || "required".equals(System.getProperty("tessera.window"))) {
                return ConditionEvaluationResult.enabled("windows are drawn, or the test fails");
            }
            try {
                GraphicsLibraries.ofThisComputer(System.getenv()).requireText();
                return ConditionEvaluationResult.enabled("the libraries for text are there");
            } catch (NoDesktopException missing) {
                return ConditionEvaluationResult.disabled(missing.getMessage());
            }
        }
    }
}
