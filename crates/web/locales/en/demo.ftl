# What every page of a demo says.
demo = Demo
demo-note = Demo: it is { $when } here. Nothing is real.
