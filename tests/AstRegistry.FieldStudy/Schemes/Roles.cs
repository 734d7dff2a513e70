using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using AstRegistry.FieldStudy.Trees;
using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy.Schemes;

/// <summary>The place of a node in its parent: the name of the typed property that holds it, and the index in a list (-1 outside of one).</summary>
internal readonly record struct Role(string Name, int Index);

/// <summary>Finds roles by reflection over Roslyn's typed properties: slow, but independent of any table.</summary>
internal static class Roles
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PropertiesOf = [];

    /// <summary>The role of every node of a member; that of the member itself is empty.</summary>
    public static Role[] Of(MemberSyntax tree)
    {
        var roles = new Role[tree.Count];
        Array.Fill(roles, new Role("", -1));
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.End[i] == i + 1) continue;
            var open = tree.Children(i).ToDictionary(c => tree.Nodes[c], ReferenceEqualityComparer.Instance as IEqualityComparer<SyntaxNode>);
            foreach (var property in PropertiesOf.GetOrAdd(tree.Nodes[i].GetType(), FindProperties))
            {
                switch (property.GetValue(tree.Nodes[i]))
                {
                    case SyntaxNode node when open.Remove(node, out var child):
                        roles[child] = new Role(property.Name, -1);
                        break;
                    case IEnumerable list:
                        var index = 0;
                        foreach (var item in list)
                        {
                            if (item is SyntaxNode node && open.Remove(node, out var listed)) roles[listed] = new Role(property.Name, index);
                            index++;
                        }

                        break;
                }
            }

            if (open.Count > 0) throw new InvalidOperationException($"No property of {tree.Nodes[i].GetType().Name} holds {open.First().Key.RawKind}.");
        }

        return roles;
    }

    /// <summary>Properties that hold nodes or lists of nodes, in the order of their names so that the first of several wins always.</summary>
    private static PropertyInfo[] FindProperties(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not "Parent" and not "ParentTrivia" && p.GetIndexParameters().Length == 0
                && (typeof(SyntaxNode).IsAssignableFrom(p.PropertyType) || (p.PropertyType.IsGenericType
                    && (p.PropertyType.GetGenericTypeDefinition() == typeof(SyntaxList<>) || p.PropertyType.GetGenericTypeDefinition() == typeof(SeparatedSyntaxList<>)))))
            .OrderBy(p => p.Name, StringComparer.Ordinal),
    ];
}
