namespace AstRegistry;

/// <summary>Where the history of a registry stands.</summary>
/// <param name="Revision">The revision that was appended last, on whichever branch; 0 before the first.</param>
/// <param name="Current">The revision that the registry shows; another than <paramref name="Revision"/> after going back.</param>
/// <param name="Epoch">Goes up by one with each change of the head, so that who changes it can tell whether somebody else did.</param>
/// <param name="CompactedRevision">Versions up to this one are gone; 0 where none is.</param>
/// <param name="Hash">The hash over all versions up to <paramref name="Revision"/>.</param>
public readonly record struct HistoryHead(long Revision, long Current, long Epoch, long CompactedRevision, ChainHash Hash);
