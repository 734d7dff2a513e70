using AstRegistry.Versions;

namespace AstRegistry;

public sealed partial class ChangeSet
{
    /// <summary>One change set that does what several do one after another, with one operation at most for each id.</summary>
    /// <param name="changeSets">The change sets in the order in which they apply; each may itself have several operations on one id.</param>
    /// <remarks>
    /// <para>Create and update make a create, create and delete nothing, update and delete a delete, delete and create an update, two updates one.
    /// An update or a delete keeps the earliest original, and none where the earliest is not known.</para>
    /// <para>A create stands where its entry was created, an update or a delete where the last operation on its entry stood. Where entries that
    /// depend on one another were changed back and forth, no order of single operations does justice to all that happened between:
    /// <see cref="BuildDelta"/> orders by what the entries depend on before and after.</para>
    /// <para>The result may have more operations than <see cref="RegistryLimits.MaxOperations"/>, which limits a single commit.</para>
    /// </remarks>
    /// <exception cref="ChangeSetConflictException">
    /// An operation cannot follow those before it: it creates what is there, updates or deletes what is not, or carries another original than the
    /// operation before it left. The message names the id and the place.
    /// </exception>
    public static ChangeSet Squash(params IEnumerable<ChangeSet> changeSets)
    {
        ArgumentNullException.ThrowIfNull(changeSets);
        var squasher = new Squasher();
        foreach (var changes in changeSets)
        {
            if (changes is null) throw new ArgumentException("One of the change sets is null.", nameof(changeSets));
            foreach (var operation in changes._operations) squasher.Add(operation);
        }

        return Over(squasher.ToOperations());
    }
}
