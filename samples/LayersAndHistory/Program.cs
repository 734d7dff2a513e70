System.Console.WriteLine("Layers and history");
