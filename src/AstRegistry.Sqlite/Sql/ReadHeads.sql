SELECT registry, revision, current, epoch, compacted, hash, checksum FROM head
