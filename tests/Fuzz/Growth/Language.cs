namespace Fuzz.Growth;

/// <summary>What a hostile text is read as.</summary>
internal enum Language
{
    Xml,
    Json,

    /// <summary>A request's body.</summary>
    Body,

    /// <summary>What stands on the wire itself, outside every envelope.</summary>
    Wire,
}
