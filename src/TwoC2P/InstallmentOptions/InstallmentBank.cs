namespace TwoC2P.InstallmentOptions;

/// <summary>A bank whose cards can pay by instalments (element <c>ippBank</c>).</summary>
public sealed record InstallmentBank
{
    /// <summary>Name (<c>bankName</c>).</summary>
    public string? BankName { get; init; }

    /// <summary>Short name or code (<c>bankShortName</c>).</summary>
    public string? BankShortName { get; init; }

    /// <summary>Terms and conditions (<c>bankTerms</c>); newer gateways leave them out.</summary>
    public string? BankTerms { get; init; }

    /// <summary>Address of the logo (<c>bankLogoUrl</c>).</summary>
    public string? BankLogoUrl { get; init; }

    /// <summary>Address of the promotion (<c>bankPromoUrl</c>); newer gateways leave it out.</summary>
    public string? BankPromoUrl { get; init; }

    /// <summary>First six to eight digits of the cards that may (<c>bins</c>).</summary>
    public IReadOnlyList<string> Bins { get; init; } = [];

    /// <summary>The options (<c>installmentOptions</c>).</summary>
    public IReadOnlyList<InstallmentOption> Options { get; init; } = [];
}
