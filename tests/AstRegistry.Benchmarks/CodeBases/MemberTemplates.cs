namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>Methods of a service class as people write them. Each is complete and compiles against the types of <see cref="TypeTemplates"/>.</summary>
internal static class MemberTemplates
{
    public static readonly Func<FileWords, string, string>[] All =
    [
        LoadAndSave, SumByState, SwitchOnState, ParseLines, RetryLoop, MergeMaps, Recurse, ValidateAll, FormatText, StreamItems, PatternMatch,
        GenericBest, NestedLoops, LocalFunctions, LockedCache, Paging,
    ];

    private static string LoadAndSave(FileWords w, string name) => $$"""
        /// <summary>Loads one item, changes it and stores it again.</summary>
        /// <param name="id">Which one.</param>
        /// <param name="cancellationToken">Stops the work.</param>
        public async Task<bool> {{name}}Async(Guid id, CancellationToken cancellationToken = default)
        {
            var item = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (item is null || item.State == {{w.State}}.{{w.States[4]}})
            {
                _log.Add($"{nameof({{name}}Async)}: {id} not found");
                return false;
            }

            try
            {
                item.{{w.Amount}} += item.Lines.Sum(line => line.Sum);
                item.{{w.Time}} = DateTime.UtcNow.AddDays({{w.Number(30)}});
                item.State = {{w.State}}.{{w.States[1]}};
                await _store.SaveAsync(item, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException exception) when (exception.InnerException is null)
            {
                _log.Add(exception.Message);
                return false;
            }
            finally
            {
                _attempts++;
            }

            return true;
        }
        """;

    private static string SumByState(FileWords w, string name) => $$"""
        public IReadOnlyDictionary<{{w.State}}, decimal> {{name}}(IEnumerable<{{w.Entity}}> items)
        {
            ArgumentNullException.ThrowIfNull(items);
            return items
                .Where(item => item.{{w.Amount}} > {{w.Number(100)}}m && item.Lines.Count > 0)
                .GroupBy(item => item.State)
                .OrderBy(group => group.Key)
                .ToDictionary(group => group.Key, group => group.Sum(item => item.{{w.Amount}} * {{w.Number(9)}}));
        }
        """;

    private static string SwitchOnState(FileWords w, string name) => $$"""
        /// <summary>What follows after a state.</summary>
        public {{w.State}} {{name}}({{w.State}} state, int attempts)
        {
            switch (state)
            {
                case {{w.State}}.{{w.States[0]}}:
                    return {{w.State}}.{{w.States[1]}};
                case {{w.State}}.{{w.States[1]}} when attempts > {{w.Number(9)}}:
                    _log.Add("too many attempts: " + attempts);
                    return {{w.State}}.{{w.States[3]}};
                case {{w.State}}.{{w.States[1]}}:
                case {{w.State}}.{{w.States[2]}}:
                    attempts--;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(state), state, "There is no next state.");
            }

            return attempts > 0 ? {{w.State}}.{{w.States[2]}} : {{w.State}}.{{w.States[4]}};
        }
        """;

    private static string ParseLines(FileWords w, string name) => $$"""
        public static List<{{w.Line}}> {{name}}(string text)
        {
            var result = new List<{{w.Line}}>();
            foreach (var row in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = row.Split(';');
                if (parts.Length < 3) continue;
                if (!int.TryParse(parts[1].Trim(), out var count) || !decimal.TryParse(parts[2], out var price))
                {
                    continue;
                }

                // Negative counts are returns, which are booked elsewhere.
                if (count < 0) break;
                result.Add(new {{w.Line}}(parts[0], count, price));
            }

            return result;
        }
        """;

    private static string RetryLoop(FileWords w, string name) => $$"""
        private async Task<int> {{name}}Async(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
        {
            var delay = TimeSpan.FromMilliseconds({{w.Number(200)}});
            for (var attempt = 0; ; attempt++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    return await work(cancellationToken).ConfigureAwait(false);
                }
                catch (TimeoutException) when (attempt < {{w.Number(6)}})
                {
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                    delay *= 2;
                }
            }
        }
        """;

    private static string MergeMaps(FileWords w, string name) => $$"""
        internal Dictionary<string, {{w.Entity}}> {{name}}(IReadOnlyDictionary<string, {{w.Entity}}> left, IReadOnlyDictionary<string, {{w.Entity}}> right)
        {
            var merged = new Dictionary<string, {{w.Entity}}>(left.Count + right.Count, StringComparer.Ordinal);
            foreach (var (key, value) in left) merged[key] = value;
            foreach (var (key, value) in right)
            {
                if (merged.TryGetValue(key, out var known) && known.{{w.Time}} >= value.{{w.Time}}) continue;
                merged[key] = value;
            }

            return merged;
        }
        """;

    private static string Recurse(FileWords w, string name) => $$"""
        private static decimal {{name}}({{w.Entity}} item, int depth)
        {
            if (depth > {{w.Number(40)}}) return 0m;
            var sum = item.{{w.Amount}};
            foreach (var part in item.Parts)
            {
                sum += {{name}}(part, depth + 1) / (depth + {{w.Number(5)}});
            }

            return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
        }
        """;

    private static string ValidateAll(FileWords w, string name) => $$"""
        /// <summary>Everything that is wrong with an item; nothing when it is right.</summary>
        public IEnumerable<string> {{name}}({{w.Entity}} item)
        {
            if (string.IsNullOrWhiteSpace(item.{{w.Label}})) yield return "{{w.Label}} is missing.";
            if (item.{{w.Label}}.Length > {{w.Number(80)}}) yield return "{{w.Label}} is too long.";
            if (item.{{w.Count}} is < 0 or > {{w.Number(10000)}}) yield return $"{{w.Count}} is {item.{{w.Count}}}.";
            if (item.State != {{w.State}}.{{w.States[0]}} && item.Lines.Count == 0) yield return "There are no lines.";
            foreach (var line in item.Lines)
            {
                if (line.UnitPrice <= 0) yield return line.Sku + " has no price.";
            }
        }
        """;

    private static string FormatText(FileWords w, string name) => $$"""
        public override string ToString() => {{name}}(new {{w.Entity}}(), Environment.NewLine);

        private static string {{name}}({{w.Entity}} item, string separator)
        {
            var text = new StringBuilder();
            text.Append(item.{{w.Label}}).Append(separator);
            for (var i = 0; i < item.Lines.Count; i++)
            {
                if (i > 0) text.Append(", ");
                text.Append(item.Lines[i].Sku).Append(" x ").Append(item.Lines[i].{{w.Count}});
            }

            text.AppendLine().AppendFormat("{0:N2}", item.{{w.Amount}});
            return text.ToString();
        }
        """;

    private static string StreamItems(FileWords w, string name) => $$"""
        public async IAsyncEnumerable<{{w.Entity}}> {{name}}Async(IEnumerable<Guid> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var id in ids)
            {
                var item = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false);
                if (item is { State: not {{w.State}}.{{w.States[4]}}, {{w.Count}}: > {{w.Number(5)}} })
                {
                    yield return item;
                }
            }
        }
        """;

    private static string PatternMatch(FileWords w, string name) => $$"""
        public static string {{name}}(object? value) => value switch
        {
            null => "nothing",
            {{w.Entity}} { {{w.Amount}}: > {{w.Number(900)}} } large => large.{{w.Label}},
            {{w.Entity}} item when item.Lines.Any(line => line.Sum > {{w.Number(50)}}) => item.Id.ToString("N"),
            {{w.Line}}(var sku, > {{w.Number(9)}}, _) => sku,
            int number and > 0 => (number * {{w.Number(12)}}).ToString(),
            _ => value.GetType().Name,
        };
        """;

    private static string GenericBest(FileWords w, string name) => $$"""
        private static T? {{name}}<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, Predicate<T>? filter = null)
            where T : class
            where TKey : IComparable<TKey>
        {
            T? best = null;
            foreach (var item in items)
            {
                if (filter is not null && !filter(item)) continue;
                if (best is null || key(item).CompareTo(key(best)) > 0) best = item;
            }

            return best;
        }
        """;

    private static string NestedLoops(FileWords w, string name) => $$"""
        internal int[,] {{name}}(IReadOnlyList<{{w.Entity}}> items, int size)
        {
            var table = new int[size, size];
            for (var i = 0; i < size && i < items.Count; i++)
            {
                var j = 0;
                while (j < size)
                {
                    var value = items[i].{{w.Count}} ^ (j << {{w.Number(4)}});
                    table[i, j] = value % 2 == 0 ? value / {{w.Number(7)}} : -value;
                    j++;
                }
            }

            return table;
        }
        """;

    private static string LocalFunctions(FileWords w, string name) => $$"""
        public (decimal Low, decimal High) {{name}}(IEnumerable<{{w.Entity}}> items)
        {
            var low = decimal.MaxValue;
            var high = decimal.MinValue;
            foreach (var item in items)
            {
                var value = Scale(item.{{w.Amount}});
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            return low > high ? (0, 0) : (low, high);

            static decimal Scale(decimal value) => value < 0 ? -value * {{w.Number(3)}} : value;
        }
        """;

    private static string LockedCache(FileWords w, string name) => $$"""
        /// <summary>The cached item, made by the factory where there is none.</summary>
        public {{w.Entity}} {{name}}(string key, Func<string, {{w.Entity}}> factory)
        {
            lock (_cache)
            {
                if (!_cache.TryGetValue(key, out var item))
                {
                    item = factory(key) ?? throw new InvalidOperationException("The factory gave nothing.");
                    if (_cache.Count >= {{w.Number(500)}}) _cache.Clear();
                    _cache.Add(key, item);
                }

                return item;
            }
        }
        """;

    private static string Paging(FileWords w, string name) => $$"""
        public {{w.Entity}}[] {{name}}(IQueryable<{{w.Entity}}> query, int page, int size, string? search)
        {
            if (search is { Length: > 0 }) query = query.Where(item => item.{{w.Label}}.Contains(search));
            var ordered =
                from item in query
                where item.{{w.Count}} > {{w.Number(20)}}
                orderby item.{{w.Time}} descending, item.{{w.Label}}
                select item;
            return ordered.Skip(page * size).Take(size).ToArray();
        }
        """;
}
