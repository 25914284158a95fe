namespace TwoC2P.Protocol;

/// <summary>What the last digit of a recurring plan's twelve-digit amounts counts.</summary>
public enum MinorUnits
{
    /// <summary>The smallest unit that ISO 4217 gives the plan's currency: whole yen, hundredths of a baht, thousandths of a dinar.</summary>
    Iso4217,

    /// <summary>Hundredths, whatever the currency.</summary>
    Hundredths,
}
