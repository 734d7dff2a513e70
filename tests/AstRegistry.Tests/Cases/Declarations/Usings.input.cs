extern alias Lib;
global using System;
using System.Text;
using static System.Math;
using Text = System.Text.StringBuilder;
using unsafe Pointer = int*;
using Pair = (int Left, int Right);

[assembly: AssemblyTitle("Cases")]
[module: CLSCompliant(false)]

class C
{
    void M(Text text, Pair pair, Lib::Thing thing) { }
}
