/**
 * The editor of sharing rules: a rule as a form, as YAML and in words, each from the others. Start
 * reading at {@link id.patungan.contributions.rules.editor.RuleForm}, which is pure.
 */
@NullMarked
package id.patungan.contributions.rules.editor;

import org.jspecify.annotations.NullMarked;
