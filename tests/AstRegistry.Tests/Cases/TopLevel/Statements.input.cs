using System;

Console.WriteLine("start");
var x = args.Length;
if (x > 0) return 1;
await Task.Delay(x);
return 0;
