<?php

// As much of Drupal as the module touches, so that it can run without one.

namespace Drupal\Component\Utility {
  class Html {
    public static function escape(string $text): string {
      return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
  }
}

namespace Drupal\Core\Form {
  interface FormStateInterface {
    public function getValue($key);
  }
}

namespace Drupal\stub {
  trait Translated {
    protected function t(string $text): string {
      return $text;
    }
  }

  class FormState implements \Drupal\Core\Form\FormStateInterface {
    public function __construct(private array $values) {}

    public function getValue($key) {
      return $this->values[$key] ?? NULL;
    }
  }
}

namespace Drupal\Core\Block {
  abstract class BlockBase {
    use \Drupal\stub\Translated;

    protected array $configuration;

    public function __construct(array $configuration = []) {
      $this->configuration = $configuration + $this->defaultConfiguration();
    }

    public function defaultConfiguration() {
      return [];
    }

    public function getConfiguration(): array {
      return $this->configuration;
    }

    abstract public function build();
  }
}

namespace Drupal\filter {
  class FilterProcessResult {
    private array $attachments = [];

    public function __construct(private string $text) {}

    public function addAttachments(array $attachments): static {
      $this->attachments = array_merge_recursive($this->attachments, $attachments);
      return $this;
    }

    public function getAttachments(): array {
      return $this->attachments;
    }

    public function getProcessedText(): string {
      return $this->text;
    }
  }
}

namespace Drupal\filter\Plugin {
  abstract class FilterBase {
    use \Drupal\stub\Translated;

    abstract public function process($text, $langcode);
  }
}
