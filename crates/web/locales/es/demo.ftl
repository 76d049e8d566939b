# What every page of a demo says.
demo = Demostración
demo-note = Demostración: aquí es { $when }. Nada es real.
