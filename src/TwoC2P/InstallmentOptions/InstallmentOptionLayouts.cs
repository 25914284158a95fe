using TwoC2P.Messages;
using static TwoC2P.Messages.MessageField;

namespace TwoC2P.InstallmentOptions;

/// <summary>2C2P's two published tables, in the order of their samples.</summary>
internal static class InstallmentOptionLayouts
{
    public const string Banks = "ippBanks";
    public const string Bins = "bins";
    public const string Bin = "bin";
    public const string Options = "installmentOptions";

    // The table gives the terms no length; answers' lengths are not enforced.
    private const int Unbounded = int.MaxValue;

    public static readonly MessageLayout Request = new(
        "IppOptionRequest",
        [new Scalar("version", 5), new Scalar("timeStamp", 22), new Scalar("merchantID", 15), new Scalar("hashValue", 150)]
    );

    public static readonly MessageLayout Response = new(
        "IppOptionResponse",
        [
            new Scalar("version", 5),
            new Scalar("timeStamp", 22),
            new Scalar("respCode", 3),
            new Scalar("respReason", 100),
            new List(
                Banks,
                "ippBank",
                [
                    new("bankName", 250),
                    new("bankShortName", 250),
                    new("bankLogoUrl", 250),
                    new("bankPromoUrl", 250),
                    new("bankTerms", Unbounded),
                ]
            )
            {
                Lists =
                [
                    new TextList(Bins, new Scalar(Bin, 6)),
                    new List(
                        Options,
                        "option",
                        [
                            new("id", 2),
                            new("installmentPeriod", 2),
                            new("merInterestRate", 5),
                            new("cusInterestRate", 5),
                            new("minAmount", 13),
                            new("currencyCode", 3),
                            new("validFrom", 10),
                            new("validUntil", 10),
                        ]
                    ),
                ],
            },
            new Scalar("hashValue", 150),
        ]
    );
}
