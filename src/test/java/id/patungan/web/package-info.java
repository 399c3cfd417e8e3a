/** The frame as a browser and a program meet it. */
@NullMarked
package id.patungan.web;

import org.jspecify.annotations.NullMarked;
