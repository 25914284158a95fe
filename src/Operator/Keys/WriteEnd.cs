namespace Operator.Keys;

/// <summary>What became of a change of the list.</summary>
internal enum WriteEnd
{
    /// <summary>It is in the current version, and nobody else wrote.</summary>
    Done,

    /// <summary>Somebody else's version is the current one, and the change is not in it.</summary>
    Lost,

    /// <summary>Ours is the current version, and what somebody else wrote after we had read is not in it.</summary>
    Covered,

    /// <summary>The change is written; whether somebody else wrote too could not be seen.</summary>
    Unseen,
}
