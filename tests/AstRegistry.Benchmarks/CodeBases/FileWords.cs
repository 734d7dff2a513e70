namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>The names that the templates of one file share.</summary>
internal sealed class FileWords
{
    public FileWords(int file, RandomSequence random)
    {
        Area = Vocabulary.Areas[file / 10 % Vocabulary.Areas.Length];
        var noun = Vocabulary.Nouns[file % Vocabulary.Nouns.Length];
        var qualifier = Vocabulary.Qualifiers[file / Vocabulary.Nouns.Length % Vocabulary.Qualifiers.Length];
        var round = file / (Vocabulary.Nouns.Length * Vocabulary.Qualifiers.Length);
        Entity = qualifier + noun + (round == 0 ? "" : Vocabulary.Areas[round % Vocabulary.Areas.Length] + (round < Vocabulary.Areas.Length ? "" : round.ToString()));
        Line = Entity + "Line";
        State = Entity + "State";
        Amount = random.Pick(Vocabulary.Amounts);
        Label = random.Pick(Vocabulary.Labels);
        Count = random.Pick(Vocabulary.Counts);
        Time = random.Pick(Vocabulary.Times);
        var first = random.Next(Vocabulary.States.Length);
        States = [.. Enumerable.Range(0, 5).Select(i => Vocabulary.States[(first + i) % Vocabulary.States.Length])];
        Random = random;
    }

    /// <summary>Part of the namespace.</summary>
    public string Area { get; }

    /// <summary>The file's main data type, its parts, and its enumeration.</summary>
    public string Entity { get; }
    public string Line { get; }
    public string State { get; }
    public string[] States { get; }

    /// <summary>The entity's properties of type decimal, string, int and DateTime.</summary>
    public string Amount { get; }
    public string Label { get; }
    public string Count { get; }
    public string Time { get; }

    public RandomSequence Random { get; }

    /// <summary>A method name that no other member of the file has.</summary>
    public string Verb(int member) => Vocabulary.Verbs[(member + Entity.Length) % Vocabulary.Verbs.Length] + (member < Vocabulary.Verbs.Length ? "" : "More" + member / Vocabulary.Verbs.Length);

    public int Number(int limit) => Random.Next(limit) + 1;
}
