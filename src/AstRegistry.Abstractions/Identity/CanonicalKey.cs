using System.Globalization;
using System.Text;
using AstRegistry.Packing;

namespace AstRegistry.Identity;

/// <summary>
/// The canonical key of types and members, the text that persisted ids are made from:
/// <c>Namespace.Outer+Inner`1.Method``2(int,List&lt;T&gt;,ref Item)</c>.
/// </summary>
internal static class CanonicalKey
{
    /// <summary>The key of a type declaration: its metadata name, and <c>@File.cs</c> behind a file-local one.</summary>
    public static string OfType(IReadOnlyList<TypeRow> types, int index)
    {
        var key = NameOf(types[index]);
        while (types[index].Container >= 0)
        {
            index = types[index].Container;
            key = NameOf(types[index]) + "+" + key;
        }

        return types[index].Namespace.Length == 0 ? key : types[index].Namespace + "." + key;
    }

    /// <summary>What a type adds to the key of its container or namespace: name, arity, and the file of a file-local type.</summary>
    public static string NameOf(TypeRow row)
    {
        var name = row.Arity == 0 ? row.Name : row.Name + "`" + row.Arity.ToString(CultureInfo.InvariantCulture);
        return row.FileDiscriminator.Length == 0 ? name : name + "@" + row.FileDiscriminator;
    }

    /// <summary>The key of a member that is not nested: the type's key, a dot, and <see cref="LocalPart"/>.</summary>
    public static string OfMember(string typeKey, MemberRow member) => typeKey + "." + LocalPart(member);

    /// <summary>
    /// The key of a nested function: its container's key, a dot, and its local part. A lambda has no name, so its node id takes the place:
    /// <c>Shop.Cart.Add(Item).lambda:4a07c2.1f3b</c>.
    /// </summary>
    public static string OfNested(string containerKey, MemberRow member, NodeId id) => member.Kind == MemberKind.Lambda
        ? containerKey + ".lambda" + id.ToString().Substring(16)
        : containerKey + "." + LocalPart(member);

    /// <summary>Name, arity and parameters as they stand behind the container's key.</summary>
    public static string LocalPart(MemberRow member)
    {
        if (member.Arity == 0 && !HasParameterList(member.Kind)) return member.Name;
        var text = new StringBuilder(member.Name);
        if (member.Arity > 0) text.Append("``").Append(member.Arity.ToString(CultureInfo.InvariantCulture));
        if (!HasParameterList(member.Kind)) return text.ToString();
        text.Append(member.Kind == MemberKind.Indexer ? '[' : '(');
        for (var i = 0; i < member.Parameters.Length; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(member.Parameters[i].ToString());
        }

        text.Append(member.Kind == MemberKind.Indexer ? ']' : ')');
        if (member.Kind == MemberKind.Conversion) text.Append(':').Append(member.ReturnType);
        return text.ToString();
    }

    private static bool HasParameterList(MemberKind kind) => kind is MemberKind.Indexer or MemberKind.Method or MemberKind.Constructor
        or MemberKind.StaticConstructor or MemberKind.Finalizer or MemberKind.Operator or MemberKind.Conversion or MemberKind.LocalFunction;
}
