namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>The types every synthetic file begins with: data, an enumeration, an interface; and the head of its service class.</summary>
internal static class TypeTemplates
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        """;

    public const string Header = """
        // Copyright (c) Acme. All rights reserved.
        // Licensed under the terms that come with this project; they are in the file beside it.
        //
        // The types of this file belong together: the data, what it goes through, where it is kept,
        // and the service that the rest of the area talks to.
        """;

    public const string Documentation = """
        /// <summary>
        /// Does its part of the work; the rules are those of the area.
        /// </summary>
        /// <remarks>
        /// Safe to call from any thread, as long as the arguments are not changed meanwhile.
        /// Nothing is kept of them.
        /// </remarks>
        """;

    public static string Data(FileWords w) => $$"""
        /// <summary>
        /// Where an item stands. The order of the values is that of the usual course of business.
        /// </summary>
        public enum {{w.State}}
        {
            /// <summary>The first state of every item.</summary>
            {{string.Join(",\n\n    /// <summary>Reached from the one before it, or by hand.</summary>\n    ", w.States)}},
        }

        /// <summary>
        /// One line of an item.
        /// </summary>
        /// <param name="Sku">What it is about.</param>
        /// <param name="{{w.Count}}">How many.</param>
        /// <param name="UnitPrice">What one of them costs.</param>
        public sealed record {{w.Line}}(string Sku, int {{w.Count}}, decimal UnitPrice)
        {
            /// <summary>What all of them cost.</summary>
            public decimal Sum => {{w.Count}} * UnitPrice;
        }

        /// <summary>
        /// An item with its lines.
        /// </summary>
        /// <remarks>
        /// Items are mutable while they are being worked on; whoever shares one hands out a copy.
        /// </remarks>
        [DebuggerDisplay("{{{w.Label}}}")]
        public class {{w.Entity}}
        {
            /// <summary>
            /// Which one it is. Never changes.
            /// </summary>
            public Guid Id { get; init; } = Guid.NewGuid();

            /// <summary>
            /// How people call it.
            /// </summary>
            public string {{w.Label}} { get; set; } = "";

            /// <summary>
            /// The amount in the currency of the area.
            /// </summary>
            public decimal {{w.Amount}} { get; set; }

            /// <summary>
            /// The number that lists are sorted by.
            /// </summary>
            public int {{w.Count}} { get; set; }

            /// <summary>
            /// The time in UTC.
            /// </summary>
            public DateTime {{w.Time}} { get; set; }

            /// <summary>
            /// Where it stands.
            /// </summary>
            public {{w.State}} State { get; set; }

            /// <summary>
            /// The lines in the order in which they were added.
            /// </summary>
            public List<{{w.Line}}> Lines { get; } = [];

            /// <summary>
            /// The items that this one is made of.
            /// </summary>
            public IReadOnlyList<{{w.Entity}}> Parts { get; init; } = [];
        }

        /// <summary>
        /// Where items are kept.
        /// </summary>
        public interface I{{w.Entity}}Store
        {
            /// <summary>Finds an item.</summary>
            /// <param name="id">Which one.</param>
            /// <param name="cancellationToken">Stops the search.</param>
            Task<{{w.Entity}}?> FindAsync(Guid id, CancellationToken cancellationToken);

            /// <summary>Stores an item.</summary>
            /// <param name="item">The item.</param>
            /// <param name="cancellationToken">Stops the storing.</param>
            Task SaveAsync({{w.Entity}} item, CancellationToken cancellationToken);
        }
        """;

    public static string ServiceHead(FileWords w) => $$"""
        private readonly I{{w.Entity}}Store _store;
        private readonly Dictionary<string, {{w.Entity}}> _cache = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<string> _log = [];
        private int _attempts;

        /// <summary>
        /// Opens the service.
        /// </summary>
        /// <param name="store">Where items are kept.</param>
        public {{w.Entity}}Service(I{{w.Entity}}Store store)
        {
            _store = store ?? throw new ArgumentNullException(nameof(store));
            Changed += (_, item) => _log.Add(item.{{w.Label}});
        }

        /// <summary>
        /// Raised after an item changed.
        /// </summary>
        public event EventHandler<{{w.Entity}}>? Changed;

        [Obsolete("Use the log.")]
        public int Attempts => _attempts;

        protected virtual void OnChanged({{w.Entity}} item) => Changed?.Invoke(this, item);
        """;
}
