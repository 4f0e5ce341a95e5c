package patchlight.gallery;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory on a disk that can be filled up, speaking as Linux does. */
final class FullDisk extends FilterDirectory {
  private final AtomicLong free;

  FullDisk(Directory directory, long free) {
    super(directory);
    this.free = new AtomicLong(free);
  }

  void setFree(long bytes) {
    free.set(bytes);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return new Counted(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return new Counted(super.createTempOutput(prefix, suffix, context));
  }

  private void take(int bytes) throws IOException {
    if (free.addAndGet(-bytes) < 0) {
      throw new FileSystemException("index", null, "No space left on device");
    }
  }

  private final class Counted extends FilterIndexOutput {
    Counted(IndexOutput output) {
      super("counted", output.getName(), output);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      take(1);
      super.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      take(length);
      super.writeBytes(bytes, offset, length);
    }
  }
}
