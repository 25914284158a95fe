using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentProcessLayoutsTests
{
    private static readonly string[] BeyondTheTables =
    [
        "refundReferenceNo",
        "idempotencyID",
        .. Enumerable.Range(1, 5).SelectMany(place => (string[])[$"userDefined{place}", $"refund userDefined{place}"]),
    ];

    [Theory]
    [InlineData("PaymentProcessRequest")]
    [InlineData("PaymentProcessResponse")]
    public void Layouts_have_the_published_fields_in_their_order_and_with_their_lengths(string message)
    {
        var published = FieldTable.Rows(message).Select(row => (row.Field, row.Length));

        var sut = Flatten(LayoutOf(message)).Where(field => !BeyondTheTables.Contains(field.Name));

        sut.ShouldBe(published);
    }

    [Theory]
    [InlineData("PaymentProcessRequest")]
    [InlineData("PaymentProcessResponse")]
    public void Everything_but_times_texts_and_the_hash_itself_is_signed(string message)
    {
        var formula = message is "PaymentProcessRequest" ? PaymentProcessFormulas.Request : PaymentProcessFormulas.Response;
        var signed = formula.Parts.Select(part =>
            part switch
            {
                SignedPart.Field field => field.Name,
                SignedPart.List list => list.Name,
                _ => "",
            }
        );

        var sut = LayoutOf(message).Fields.Select(field => field.Name).Except(signed);

        // idempotencyID is of the new generation, which signs everything and hashes nothing.
        sut.Except(["timeStamp", "respDesc", "hashValue", "idempotencyID"]).ShouldBeEmpty();
    }

    private static MessageLayout LayoutOf(string message) =>
        message is "PaymentProcessRequest" ? PaymentProcessLayouts.Request : PaymentProcessLayouts.Response;

    private static IEnumerable<(string Name, int? Length)> Flatten(MessageLayout layout) =>
        layout.Fields.SelectMany(field =>
            field is MessageField.List list
                ?
                [
                    (list.Name, null),
                    .. list.Attributes.Select(attribute => ($"{list.ItemName} {attribute.Name}", (int?)attribute.MaxLength)),
                ]
                : (IEnumerable<(string, int?)>)[(field.Name, ((MessageField.Scalar)field).MaxLength)]
        );
}
