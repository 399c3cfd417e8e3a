@NullMarked
package id.patungan.contributions.lab;

import org.jspecify.annotations.NullMarked;
