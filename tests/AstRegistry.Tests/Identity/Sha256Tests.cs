using System.Buffers.Binary;
using System.Security.Cryptography;
using AstRegistry.Identity;

namespace AstRegistry.Tests.Identity;

public class Sha256Tests
{
    [Fact]
    public void It_agrees_with_the_framework_at_every_length_around_its_blocks()
    {
        for (var length = 0; length <= 300; length++)
        {
            var message = Enumerable.Range(0, length).Select(i => (byte)((i * 131) + length)).ToArray();
            var hash = SHA256.HashData(message);
            Assert.Equal(
                (BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(8))),
                Sha256.LeadingBits(message));
        }
    }
}
