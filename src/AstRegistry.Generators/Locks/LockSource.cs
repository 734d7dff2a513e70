using System.Collections.Immutable;
using AstRegistry.Generators.Names;
using AstRegistry.Generators.Settings;
using AstRegistry.Identity;
using AstRegistry.Locking;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Generators.Locks;

/// <summary>Reads the lock file and finds the declarations whose ids it keeps apart from their plain hashes.</summary>
internal static class LockSource
{
    /// <summary>Whether an additional file is the project's lock file, by its name.</summary>
    public static bool IsLock(AdditionalText file, RegistrySettings? settings) =>
        settings is not null && FileName(file.Path).Equals(FileName(settings.LockFile), StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a lock file as it stands in the editor or on disk; empty when it is gone.</summary>
    public static LockText Read(AdditionalText file, CancellationToken cancellation) => new(file.Path, file.GetText(cancellation)?.ToString() ?? "");

    /// <summary>What the lock files say; of several the first by path.</summary>
    public static LockModel Parse(ImmutableArray<LockText> files, RegistrySettings? settings)
    {
        if (files.IsEmpty || settings is null) return LockModel.None;
        var first = files[0];
        foreach (var file in files)
        {
            if (string.CompareOrdinal(file.Path, first.Path) < 0) first = file;
        }

        var parsed = LockFile.Parse(first.Text);
        return new(LockIds.Of(parsed, settings.ProjectName), parsed.IsFaulty);
    }

    /// <summary>The declarations whose ids are not their plain hashes, in the order of the packed form.</summary>
    public static EquatableArray<IdOverride> Overrides(ImmutableArray<FileNames> files, LockIds ids, CancellationToken cancellation)
    {
        if (ids.IsPlain) return default;
        var overrides = new HashSet<IdOverride>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var type in file.Types.AsSpan()) Add(type.Hash);
            foreach (var member in file.Members.AsSpan()) Add(member);
        }

        return new([.. overrides.OrderBy(static entry => entry.Hash)]);

        void Add(MemberHash hash)
        {
            var id = ids.IdOf(hash);
            if (id != hash.Id) overrides.Add(new(hash, id));
        }
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
