namespace TwoC2P.CardTokens;

/// <summary>What a <c>MaintenanceRequest</c> asks for (field <c>action</c>, C 1).</summary>
public enum CardTokenAction
{
    /// <summary><c>A</c>: stores a card.</summary>
    Add,

    /// <summary><c>I</c>: reads a stored card.</summary>
    Inquiry,

    /// <summary><c>U</c>: changes what is stored beside the number.</summary>
    Update,

    /// <summary><c>D</c>: forgets a stored card.</summary>
    Delete,
}
