public delegate void Handler(object sender, ref int value);

delegate T Factory<out T>(params string[] names)
    where T : new();
